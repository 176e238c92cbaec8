import { useState } from 'preact/hooks';
import { downloadAddress, getDownload, PRINT_PACK, Refused } from '../api.js';
import { Icon } from '../icons.js';
import { dialog, panes, server } from '../state.js';

/** The finished files. */
export function Downloads() {
  const { edition, target } = panes[0].value;
  const offered = server.value?.offered;
  const label = offered?.editions.find(({ value }) => value === edition)?.label;
  return (
    <section class="downloads" aria-labelledby="downloads">
      <h3 id="downloads">Take it with you</h3>
      <Download
        address={downloadAddress(edition, target)}
        otherwise={`${edition}.pdf`}
        what={`Download the PDF${label ? `: ${label}` : ''}`}
      />
      <Download address={PRINT_PACK} otherwise="print-pack.zip" what="Download the print pack" />
      <p class="about">The print pack holds everything for your printer, with a page that says how to print it.</p>
    </section>
  );
}

/** A link to a file, which is asked for from here so that a refusal can be shown instead of saved. */
function Download({ address, otherwise, what }: { address: string; otherwise: string; what: string }) {
  const [isBusy, setBusy] = useState(false);
  const fetchIt = async () => {
    setBusy(true);
    try {
      const { name, content } = await getDownload(address, otherwise);
      save(name, content);
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : { error: 'The preview cannot be reached.' };
      dialog.value = { kind: 'refusal', title: 'The file was not made', refusal };
    } finally {
      setBusy(false);
    }
  };
  return (
    <a
      class="button"
      href={address}
      download={otherwise}
      aria-busy={isBusy}
      onClick={(event) => {
        event.preventDefault();
        if (!isBusy) fetchIt();
      }}
    >
      <Icon name="download" />
      <span>{isBusy ? 'Making the file…' : what}</span>
    </a>
  );
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
