import CCrypto

/// SHA-1, which the handshake of web sockets asks for; nothing else uses it.
public enum SHA1 {
    /// The 20 bytes of the digest of the UTF-8 of `text`.
    public static func digest(of text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        CCrypto.SHA1(bytes, bytes.count, &digest)
        return digest
    }
}
