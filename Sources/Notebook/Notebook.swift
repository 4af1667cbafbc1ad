// Whoever writes a page also sees what it measures.
@_exported import Laboratory
