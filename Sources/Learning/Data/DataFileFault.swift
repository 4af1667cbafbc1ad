/// What can be wrong with a data file.
public enum DataFileFault: Hashable, Sendable {
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
    /// It does not begin as a training run's checkpoint does.
    case notACheckpoint
    /// A checkpoint's checksum or layout is wrong.
    case checkpointDamaged(bytes: Int)
    /// A checkpoint of other scalars than those that are trained.
    case otherScalars(bits: Int, expected: Int)
}
