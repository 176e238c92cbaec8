/**
 * The script for bash, from 3.2 on. Unlike the one of @bomb.sh/tab it needs no other package, and never has the shell
 * evaluate what was typed.
 */
export const BASH_SCRIPT = `# Completes the command gathering in bash. In ~/.bashrc:
#   source <(gathering completion bash)

_gathering_completion() {
  local typed=\${COMP_WORDS[COMP_CWORD]} words=() word line at directive=4 tab=$'\\t'
  # bash parts words at =, which gathering does not.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]//\\\\/}
    if [[ \${#words[@]} -gt 0 && ( $word == = || \${COMP_WORDS[at - 1]} == = ) ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  [[ $typed == = ]] && typed=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :* ]]; then
      directive=\${line#:}
    else
      printf -v word %q "\${line%%"$tab"*}"
      COMPREPLY+=("$word")
    fi
  done < <(gathering complete -- "\${words[@]}" 2>/dev/null)
  [[ \${#COMPREPLY[@]} -gt 0 || $directive -eq 4 ]] && return
  # Older versions have no compopt, and do without the slash behind a folder.
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(if [[ $directive -eq 16 ]]; then compgen -d -- "$typed"; else compgen -f -- "$typed"; fi)
}

complete -F _gathering_completion gathering
`;
