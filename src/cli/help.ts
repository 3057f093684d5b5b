/** What `--help` prints: `''` for the command as a whole, else for one of its subcommands. */
export const help: Readonly<Record<string, string>> = {
  '': `zhengben 正本: gets Chinese web texts back from the damage of spam mirrors.

Usage:
  zhengben restore [FILE|DIR…]  the whole way: clean articles in both scripts
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
  zhengben repair [--explain | --json] [--out DIR] [--jobs N] [FILE|DIR…]
  zhengben repair [--jobs N] --jsonl < LINES
  zhengben repair [--jobs N] --jsonl FILE|DIR…

Reads standard input when no path is given, or where a path is “-”. Of a folder it reads everything below, except names
that begin with a dot and the records of earlier repairs. All of it may be packed by gzip: names and records, and what
“undo” gives back, are then those of the unpacked text. The encoding is found out; the repaired text is UTF-8. Nothing
is stripped, and the script stays as it was found. Sound text passes through untouched. A document or line may have up
to 64 MiB.

Options:
  --out DIR    write every text below DIR, under the name it has, and beside it NAME.apparatus.json: each emendation
               with its place, certainty and evidence, and what “zhengben undo” needs. Folders are kept.
               Without --out the texts go to standard output.
  --explain    print each emendation with its context and the reason, in place of the text
  --json       print one JSON object a line for each document: its text, emendations and cruces, in place of the text
  --jsonl      the input has one JSON object a line, with a “text”; standard output gets one line for each, in order:
               the same object with its text repaired, and with “status” and “emendations” (“cruces”, too, where there
               are any). A line that cannot be used gives {"id", "line", "error"} in its place. Without --jsonl a .jsonl
               is a text like any other.
  --jobs N     threads; 1 by default. What comes out is the same. Of --jsonl, lines of more than 1 MB are repaired one
               after another, since only so can a result be written while it is being made.

There is no --report: it is about editions, which “zhengben restore” makes.

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
  zhengben repair --jsonl --jobs 4 crawl.jsonl.gz | gzip > repaired.jsonl.gz
`,
  restore: `zhengben restore: from a damaged page to a clean article, in Simplified and Traditional.

Usage:
  zhengben restore [--script hans|hant | --json | --out DIR] [OPTION…] [FILE|DIR…]
  zhengben restore --jsonl [OPTION…] [FILE…] < LINES

Reads standard input when no path is given, or where a path is “-”; of a folder, everything below. A page in HTML is
known by its name (.html, .htm) or its beginning, and its article is looked for; a .jsonl has one text a line, and every
other file is a text. All of them may be packed by gzip. A document or line may have up to 64 MiB.

Without --out, --json and --jsonl the Markdown goes to standard output, in the script of the text: Simplified as
Simplified, Traditional and half-converted as Traditional.

Options:
  --script hans|hant  the Markdown in this script
  --out DIR           write DIR/SLUG/zh-Hans.md, zh-Hant.md and apparatus.json for each text; the slug is made from the
                      file's name. A text that came from two mirrors is written once, from the less damaged one, with
                      the readings of the other; texts that are only much alike are named and kept.
  --json              print one JSON object a line for each document, in place of the Markdown
  --jsonl             the input has one JSON object a line, with a “text”; standard output gets one line for each, in
                      order: its other keys, “status”, “script”, “metadata” (title, author, date, publisher,
                      description), “zh-Hans” and “zh-Hant” (Markdown), “removals”, “emendations”, and, where there
                      are any, “cruces”, “doubts”, “duplicateOf” and “similarTo” (the id of an earlier line that is
                      the same text, or much alike). A line that cannot be used gives {"id", "line", "error"}.
  --keep KIND         put removals of this kind back, such as navigation or byline; may be given more than once
  --standard tw|hk    which Traditional is written where it is derived: Taiwan's (default) or Hong Kong's
  --report FILE       write a page about the run: what to look at first, counts of all that was changed
  --jobs N            threads; all cores by default

Status of a document:
  untouched    nothing emended, nothing removed
  repaired     emendations of high or medium certainty, or removals
  review       look at it: a crux, an emendation of low certainty, or a line that may be spam and was kept

Exit codes:
  0  all went well (also when the reader of the output has gone)
  1  some documents or lines failed; each is named on standard error, or with --jsonl in its place, and the rest is done
  2  the command was called in a way it does not know

Examples:
  zhengben restore page.html > article.md
  zhengben restore crawl/ --out editions/ --report report.html
  zhengben restore --keep navigation --standard hk page.txt
  zhengben restore --jsonl < crawl.jsonl.gz | jq -r 'select(.status == "review") | .id'
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
