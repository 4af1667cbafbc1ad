import CCrypto

/// A SHA-256 digest: the name under which results, pages and sources are kept.
public struct Digest: Hashable, Sendable {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// The digest of `bytes`.
    public init(of bytes: some Sequence<UInt8>) {
        var hasher = Hasher()
        hasher.update(bytes)
        self = hasher.finalize()
    }

    /// The digest of the UTF-8 of `text`.
    public init(of text: String) {
        self.init(of: text.utf8)
    }

    /// The digest of `fields` in order, each told apart from its neighbours by its length.
    public init(ofFields fields: [String]) {
        var hasher = Hasher()
        for field in fields { hasher.update(field: field) }
        self = hasher.finalize()
    }

    fileprivate init(raw: [UInt8]) { bytes = raw }

    /// Sixty-four lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Takes in bytes piece by piece. Fields are separated by their lengths, so `("ab", "c")` and `("a", "bc")` differ.
    public struct Hasher: ~Copyable {
        private var context = SHA256_CTX()

        public init() { SHA256_Init(&context) }

        /// Takes in `bytes` as they are.
        public mutating func update(_ bytes: some Sequence<UInt8>) {
            let taken: Void? = bytes.withContiguousStorageIfAvailable {
                _ = SHA256_Update(&context, $0.baseAddress, $0.count)
            }
            if taken == nil {
                let copy = Array(bytes)
                SHA256_Update(&context, copy, copy.count)
            }
        }

        /// Takes in `field` after its length.
        public mutating func update(field: String) {
            let bytes = Array(field.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { update($0) }
            update(bytes)
        }

        /// The digest of all that was taken in.
        public consuming func finalize() -> Digest {
            var out = [UInt8](repeating: 0, count: 32)
            SHA256_Final(&out, &context)
            return Digest(raw: out)
        }
    }
}

extension Digest: CustomStringConvertible {
    public var description: String { hex }
}
