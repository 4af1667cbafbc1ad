import Foundation

/// A colour in Ottosson's OKLab space, where equal steps look equally large.
struct OKLab {
    var lightness, a, b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(_ colour: RGB) {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let (r, g, b) = (linear(colour.red), linear(colour.green), linear(colour.blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// The colour in sRGB, cut to what a screen can show.
    var rgb: RGB {
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        func part(_ value: Double) -> UInt8 {
            let share = value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
            return UInt8(max(0, min(255, share * 255)).rounded())
        }
        return RGB(
            part(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            part(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            part(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }

    func mixed(with other: OKLab, _ share: Double) -> OKLab {
        OKLab(
            lightness: lightness + (other.lightness - lightness) * share, a: a + (other.a - a) * share,
            b: b + (other.b - b) * share)
    }
}
