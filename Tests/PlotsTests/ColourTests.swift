import Foundation
import Plots
import Testing

struct ColourTests {
    private typealias Lab = SIMD3<Double>

    private func linear(_ colour: RGB) -> Lab {
        func part(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return Lab(part(colour.red), part(colour.green), part(colour.blue))
    }

    /// CIE L*a*b* under D65, written apart from the library's own space.
    private func lab(linear c: Lab) -> Lab {
        func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
        let x = f((0.4124 * c.x + 0.3576 * c.y + 0.1805 * c.z) / 0.95047)
        let y = f(0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z)
        let z = f((0.0193 * c.x + 0.1192 * c.y + 0.9505 * c.z) / 1.08883)
        return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    private func distance(_ a: Lab, _ b: Lab) -> Double {
        let step = a - b
        return (step * step).sum().squareRoot()
    }

    @Test(arguments: [ColourMap.greys, .blues, .meadow])
    func sequentialMapsRiseEvenlyInLightness(map: ColourMap) {
        let lightness = (0...32).map { lab(linear: linear(map.colour(at: Double($0) / 32))).x }
        // Below 8 CIELAB goes straight to black, which OKLab, in which colours are mixed, does not.
        let steps = zip(lightness, lightness.dropFirst()).filter { min($0, $1) > 8 }.map { $1 - $0 }
        #expect(steps.count > 24)
        let mean = steps.reduce(0, +) / Double(steps.count)
        #expect(steps.allSatisfy { $0 / mean > 0.6 && $0 / mean < 1.5 }, "\(steps)")
        #expect(abs(mean) > 1.5)
    }

    @Test func theDivergingMapIsEvenOnBothSidesOfItsMiddle() {
        let lightness = (0...32).map { lab(linear: linear(ColourMap.diverging.colour(at: Double($0) / 32))).x }
        for place in 0..<16 {
            #expect(lightness[place] < lightness[place + 1] && lightness[31 - place] > lightness[32 - place])
            #expect(abs(lightness[place] - lightness[32 - place]) < 6)
        }
    }

    /// How colours look without the red, the green or the blue cones (Viénot, Brettel and Mollon; Machado's matrices).
    private func seen(_ c: Lab, without cone: Int) -> Lab {
        let m: [[Double]] = [
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
        ]
        let rows = m[cone]
        let seen = (0..<3).map { rows[3 * $0] * c.x + rows[3 * $0 + 1] * c.y + rows[3 * $0 + 2] * c.z }
        return Lab(max(0, seen[0]), max(0, seen[1]), max(0, seen[2]))
    }

    @Test(arguments: Theme.allCases) func seriesAreToldApartByEveryone(theme: Theme) {
        let colours = (0..<8).map { linear(theme.colour(of: .series($0))) }
        for first in 0..<8 {
            for second in (first + 1)..<8 {
                #expect(distance(lab(linear: colours[first]), lab(linear: colours[second])) > 14)
                // Where two colours look alike to some, the dash or the marker differs.
                let (one, other) = (Role.series(first), Role.series(second))
                #expect(one.dash != other.dash || one.marker != other.marker)
                for cone in 0..<2 where first < 4 && second < 4 {
                    let seen = [first, second].map { lab(linear: self.seen(colours[$0], without: cone)) }
                    #expect(distance(seen[0], seen[1]) > 8, "series \(first) and \(second), cone \(cone)")
                }
            }
        }
    }

    @Test(arguments: Theme.allCases) func everyRoleStandsOutFromThePaper(theme: Theme) {
        let paper = theme.colour(of: .paper).luminance
        for role in Role.all where role != .paper {
            let colour = theme.colour(of: role).luminance
            let contrast = (max(colour, paper) + 0.05) / (min(colour, paper) + 0.05)
            #expect(contrast >= (role == .muted ? 4.5 : 3), "\(role): \(contrast)")
        }
    }

    @Test func linesThatMeetInOneFigureDifferInMoreThanColour() {
        let pairs: [(Role, Role)] = [
            (.training, .validation), (.training, .test), (.validation, .test), (.loss, .penalty),
        ]
        for (one, other) in pairs { #expect(one.dash != other.dash) }
        #expect(Role.optimum.marker != Role.regularized.marker)
        for first in 0..<8 {
            for second in 0..<first { #expect(Role.series(first).dash != Role.series(second).dash) }
        }
    }
}
