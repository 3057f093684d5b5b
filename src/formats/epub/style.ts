/** The look of the book: little, for the reader's device and its owner know better. Vermilion is the editor's ink. */
export const style = `body { line-height: 1.8; }
h1 { font-size: 1.4em; line-height: 1.4; }
h2, h3, h4, h5, h6 { font-size: 1.1em; margin-top: 2em; }
p { margin: 0.75em 0; text-align: justify; }
pre { white-space: pre-wrap; }
dt { margin-top: 0.75em; font-size: 0.85em; }
dd { margin-left: 0; overflow-wrap: anywhere; }
.imprint { font-size: 0.9em; text-align: left; }
.high, .medium, .low { text-decoration: underline; text-decoration-color: #a8301c; text-underline-offset: 0.25em; }
.medium { text-decoration-style: dashed; }
.low { text-decoration-style: dotted; }
.ref { color: #a8301c; font-size: 0.7em; vertical-align: super; text-decoration: none; }
.notes { font-size: 0.9em; }
`;
