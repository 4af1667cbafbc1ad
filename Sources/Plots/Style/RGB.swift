import Foundation

/// A colour in sRGB.
public struct RGB: Hashable, Sendable {
    /// Parts between 0 and 255.
    public let red, green, blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour as in a style sheet: `RGB(0x0072B2)`.
    public init(_ hexadecimal: UInt32) {
        self.init(UInt8(hexadecimal >> 16 & 255), UInt8(hexadecimal >> 8 & 255), UInt8(hexadecimal & 255))
    }

    /// A grey between 0 (black) and 255 (white).
    public init(grey: UInt8) { self.init(grey, grey, grey) }

    /// As in a style sheet: `#0072b2`.
    public var hexadecimal: String {
        let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The relative luminance of WCAG 2, between 0 and 1.
    public var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast of WCAG 2 with another colour, from 1 (none) to 21 (black and white).
    public func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The colour between this one (0) and `other` (1).
    func mixed(with other: RGB, _ share: Double) -> RGB {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(max(0, min(255, Double(a) + (Double(b) - Double(a)) * share)).rounded())
        }
        return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }
}
