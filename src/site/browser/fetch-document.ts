/** A page of this site as a document; by XMLHttpRequest, the one way to get it that Trusted Types have nothing against. */
export function fetchDocument(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`${address} could not be fetched.`));
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => (request.responseXML ? resolve(request.responseXML) : fail());
    request.onerror = fail;
    request.send();
  });
}

/** Adds a style sheet of another page to this one, and waits until it is there. */
export function adoptSheet(sheet: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
    document.head.append(document.adoptNode(sheet));
  });
}
