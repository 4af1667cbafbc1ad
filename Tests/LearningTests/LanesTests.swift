import CLanes
import Learning
import Testing

/// Every set of instructions gives the same bits, so that bytes don't depend on the processor.
@Suite struct LanesTests {
    private static let kinds = [
        lanes_input, lanes_add_input, lanes_output, lanes_write_output, lanes_filters, lanes_add_filters,
    ]

    /// Channels in all: whole widths of every version, and rests of four.
    @Test(arguments: kinds.indices, [16, 20, 28, 44])
    func everyVersionTransformsToTheSameBits(kind: Int, channels: Int) {
        for side in [3, 5] {
            var random = RandomStream(seed: UInt64(kind), name: "lanes")
            let apart = channels + 16
            let numbers = random.normals(64 * apart)
            let places = (0..<64).map { $0 % 7 == 3 ? -1 : $0 * apart }
            let asFloat = (0..<lanes_versions()).map { version in
                var target = numbers.map { Float($0) }
                let source = numbers.reversed().map { Float($0) }
                lanes_transform_float_by(
                    version, Self.kinds[kind], CInt(side), source, source, places, &target, apart, channels)
                return target.map(\.bitPattern)
            }
            let asDouble = (0..<lanes_versions()).map { version in
                var target = numbers
                let source = Array(numbers.reversed())
                lanes_transform_double_by(
                    version, Self.kinds[kind], CInt(side), source, source, places, &target, apart, channels)
                return target.map(\.bitPattern)
            }
            #expect(asFloat.allSatisfy { $0 == asFloat[0] } && asDouble.allSatisfy { $0 == asDouble[0] })
            #expect(asFloat[0] != numbers.map { Float($0).bitPattern })
        }
    }

    @Test func theGreatestMagnitudeTellsOfWhatIsNoNumber() {
        for count in [0, 1, 7, 16, 33] {
            var numbers = (0..<count).map { Float($0 % 2 == 0 ? -$0 : $0) }
            #expect(lanes_largest_magnitude_float(numbers, count) == Float(max(0, count - 1)))
            for place in numbers.indices {
                let kept = numbers[place]
                numbers[place] = .nan
                #expect(!lanes_largest_magnitude_float(numbers, count).isFinite)
                #expect(!lanes_largest_magnitude_double(numbers.map { Double($0) }, count).isFinite)
                numbers[place] = kept
            }
        }
    }
}
