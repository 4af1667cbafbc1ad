/// What can be wrong with a data file.
public enum DataFileFault: Error, Hashable, Sendable {
    /// None of the names exists in the directory.
    case missing(tried: [String])
    /// The system cannot read it.
    case unreadable(reason: String)
    /// The compressed stream ends before its end mark.
    case compressedDataCut(unpacked: Int)
    /// The compressed stream is damaged.
    case compressedDataCorrupt(reason: String, unpacked: Int)
    /// The file, or what its compressed stream unpacks to, is more than `limit` bytes.
    case unpackedTooLarge(limit: Int)
    /// The first four bytes are not those of the wanted kind of file.
    case wrongMagic(found: UInt32, expected: UInt32)
    /// The file ends inside its header.
    case headerCut(bytes: Int, needed: Int)
    /// The header promises more bytes than there are.
    case bodyCut(dimensions: [Int], bytes: Int)
    /// Bytes follow after what the header promises.
    case trailingBytes(count: Int)
    /// Images are not square.
    case notSquare(rows: Int, columns: Int)
    /// Two files that belong together hold different counts.
    case countsDisagree(count: Int, other: String, otherCount: Int)
    /// A label is not a class.
    case labelOutOfRange(label: Int, index: Int, classes: Int)
    /// The text is not UTF-8.
    case notUTF8
    /// A table that should begin with the names of its columns is empty.
    case noColumnNames
    /// A line of a table has more or fewer fields than the others.
    case fieldsDisagree(line: Int, count: Int, expected: Int)
    /// A field of a table is no number; lines and columns count from 1.
    case notANumber(line: Int, column: Int, text: String)
    /// A quotation mark is never closed.
    case quotationNotClosed(line: Int)
    /// Other letters stand between a closing quotation mark and the end of its field.
    case lettersAfterQuotation(line: Int)
    /// It does not begin as an NPY file does.
    case notNPY
    /// An NPY file of another version than 1 to 3.
    case otherVersion(Int)
    /// The header of an NPY file can't be read.
    case badHeader(text: String)
    /// The elements of an NPY file are of a kind that is not read.
    case otherElements(type: String)
    /// An array has neither one nor two dimensions.
    case otherRank(Int)
    /// It does not begin as a training run's checkpoint does.
    case notACheckpoint
    /// A checkpoint's checksum or layout is wrong.
    case checkpointDamaged(bytes: Int)
    /// A checkpoint of other scalars than those that are trained.
    case otherScalars(bits: Int, expected: Int)
}
