import Foundation
import Hashing

/// The few things of RFC 6455 that pages need.
enum WebSocket {
    /// What the server answers to a client's key.
    static func answer(to key: String) -> String {
        Data(SHA1.digest(of: key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")).base64EncodedString()
    }

    /// A whole message of text.
    static func frame(text: String) -> Data {
        let payload = Array(text.utf8)
        var frame = Data([0x81])
        switch payload.count {
        case ..<126: frame.append(UInt8(payload.count))
        case ...0xFFFF: frame.append(contentsOf: [126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)])
        default:
            frame.append(127)
            for shift in stride(from: 56, through: 0, by: -8) { frame.append(UInt8(payload.count >> shift & 0xFF)) }
        }
        frame.append(contentsOf: payload)
        return frame
    }

    /// The code by which a page is told that there are too many.
    static let tooMany: UInt16 = 4001

    /// The message that ends a connection for the reason `code`.
    static func closing(code: UInt16) -> Data { Data([0x88, 2, UInt8(code >> 8), UInt8(code & 0xFF)]) }

    /// Takes what the client sends until it closes: pings are answered, other messages handed on. A message that is longer than
    /// `limit` bytes or comes in pieces ends the connection.
    static func listen(
        to socket: ClientSocket, limit: Int, _ receive: ([UInt8]) -> Void
    ) throws(ClientSocket.Trouble) {
        let patience = 86_400.0
        while true {
            let start = try socket.bytes(2, within: patience)
            let (opcode, isWhole) = (start[0] & 0x0F, start[0] & 0x80 != 0)
            var length = Int(start[1] & 0x7F)
            guard start[1] & 0x80 != 0, isWhole, length < 127 else { return }
            if length == 126 {
                let bytes = try socket.bytes(2, within: 5)
                length = Int(bytes[0]) << 8 | Int(bytes[1])
            }
            guard length <= limit else { return }
            let mask = try socket.bytes(4, within: 5)
            let payload = try socket.bytes(length, within: 5).enumerated().map { $1 ^ mask[$0 % 4] }
            switch opcode {
            case 1, 2: receive(payload)
            case 8, 9:
                guard length < 126 else { return }
                let reply: UInt8 = opcode == 8 ? 0x88 : 0x8A
                try socket.send(Data([reply, UInt8(length)] + payload), .now + .seconds(5))
                if opcode == 8 { return }
            default: continue
            }
        }
    }
}
