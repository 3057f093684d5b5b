/** What `--help` prints: `''` for the command as a whole, else for one of its subcommands. */
export const help: Readonly<Record<string, string>> = {
  '': `zhengben 正本: gets Chinese web texts back from the damage of spam mirrors.

Usage:
  zhengben repair [FILE|DIR…]   undo the damage to the encoding; strip nothing
  zhengben undo EDITION         give the witness back, byte for byte

Options:
  --help       this page; “zhengben repair --help” says more
  --version    the version

Exit codes:
  0  all went well
  1  some documents failed; each is named on standard error
  2  the command was called in a way it does not know
`,
  repair: `zhengben repair: undo the damage to the encoding (電子商務(wù) → 電子商務), and nothing else.

Usage:
  zhengben repair [--explain | --json] [--out DIR] [FILE|DIR…]
  zhengben repair --jsonl < LINES

Reads standard input when no path is given, or where a path is “-”. Of a folder it reads everything below, except names
that begin with a dot and the records of earlier repairs. The encoding is found out; the repaired text is UTF-8. Nothing
is stripped, and the script stays as it was found. Sound text passes through untouched. A document or line may have
up to 64 MiB.

Options:
  --out DIR    write every text below DIR, under the name it has, and beside it NAME.apparatus.json: each emendation
               with its place, certainty and evidence, and what “zhengben undo” needs. Folders are kept.
               Without --out the texts go to standard output.
  --explain    print each emendation with its context and the reason, in place of the text
  --json       print one JSON object a line for each document: its text, emendations and cruces, in place of the text
  --jsonl      standard input has one JSON object a line, with a “text”; standard output gets one line for each, in
               order: the same object with its text repaired, and with “status” and “emendations” (“cruces”, too, where
               there are any). A line that cannot be used gives {"id", "line", "error"} in its place.

Status of a document:
  untouched    no emendation, no crux
  repaired     emendations of high or medium certainty only
  review       look at it: an emendation of low certainty, or a crux, which is damage left standing

Exit codes:
  0  all went well (also when the reader of the output has gone)
  1  some documents or lines failed; each is named on standard error, or with --jsonl in its place, and the rest is done
  2  the command was called in a way it does not know

Examples:
  zhengben repair page.html > repaired.html
  zhengben repair --explain page.txt
  zhengben repair crawl/ --out repaired/
  zhengben repair --json crawl/ | jq -r 'select(.status == "review") | .witness.file'
  zcat crawl.jsonl.gz | zhengben repair --jsonl | gzip > repaired.jsonl.gz
`,
  undo: `zhengben undo: give the witness back, byte for byte, from what “zhengben repair --out” wrote.

Usage:
  zhengben undo [--out FILE] EDITION

EDITION is the repaired text, or the NAME.apparatus.json beside it. The bytes are compared with the SHA-256 of the
witness; when the text was changed since, nothing is written.

Options:
  --out FILE   write the witness to FILE; without it, it goes to standard output

Exit codes:
  0  the witness was given back
  1  it could not be; standard error says why
  2  the command was called in a way it does not know

Examples:
  zhengben undo repaired/page.txt > page.txt
  zhengben undo repaired/page.txt.apparatus.json --out page.txt
`,
};
