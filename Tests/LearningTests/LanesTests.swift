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

    /// Squares of each side, with a rest, ties, and numbers that are none; channels for every width and a rest.
    @Test(arguments: [1, 2, 3], [1, 3, 4, 7, 21, 32])
    func everyVersionPoolsByTheDefinition(side: Int, channels: Int) {
        let (height, width) = (2 * side + 1, 3 * side + side - 1)
        var random = RandomStream(seed: UInt64(side), name: "pooling")
        var image = random.normals(height * width * channels).map { ($0 * 2).rounded() }
        image[image.count / 2] = .nan
        image[0] = .nan
        let squares = (height / side) * (width / side) * channels
        var (best, winner, back) = ([Double](), [Double](), image.map { _ in 7.0 })
        let delta = random.normals(squares)
        for top in 0..<height / side {
            for left in 0..<width / side {
                for channel in 0..<channels {
                    let places = (0..<side * side).map { number in
                        ((top * side + number / side) * width + left * side + number % side) * channels + channel
                    }
                    var won = 0
                    for number in 1..<max(1, side * side) {
                        let (value, old) = (image[places[number]], image[places[won]])
                        if (value > old) != value.isNaN { won = number }
                    }
                    for place in places { back[place] = 0 }
                    back[places[won]] = delta[best.count]
                    best.append(image[places[won]])
                    winner.append(Double(won))
                }
            }
        }
        for version in 0..<lanes_versions() {
            var found = (best.map { _ in 7.0 }, best.map { _ in 7.0 }, image.map { _ in 7.0 })
            lanes_pool_double_by(version, CInt(side), height, width, channels, image, &found.0, &found.1)
            lanes_unpool_double_by(version, CInt(side), height, width, channels, delta, found.1, &found.2)
            #expect(found.0.map(\.bitPattern) == best.map(\.bitPattern) && found.1 == winner && found.2 == back)
            var floats = (best.map { _ in Float(7) }, best.map { _ in Float(7) }, image.map { _ in Float(7) })
            lanes_pool_float_by(
                version, CInt(side), height, width, channels, image.map { Float($0) }, &floats.0, &floats.1)
            lanes_unpool_float_by(
                version, CInt(side), height, width, channels, delta.map { Float($0) }, floats.1, &floats.2)
            #expect(floats.0.map(\.bitPattern) == best.map { Float($0).bitPattern })
            #expect(floats.1 == winner.map { Float($0) } && floats.2 == back.map { Float($0) })
        }
    }

    @Test(arguments: [0, 1, 15, 16, 17, 100]) func everyVersionAddsInTheSameOrder(count: Int) {
        var random = RandomStream(seed: UInt64(count), name: "dot")
        let (x, y) = (random.normals(count), random.normals(count))
        let (fx, fy) = (x.map { Float($0) }, y.map { Float($0) })
        let sum = zip(x, y).map { $0 * $1 }.reduce(0, +)
        for version in 0..<lanes_versions() {
            let found = lanes_dot_double_by(version, x, y, count)
            #expect(abs(found - sum) <= 1e-13 * Double(count))
            #expect(found.bitPattern == lanes_dot_double(x, y, count).bitPattern)
            let single = lanes_dot_float_by(version, fx, fy, count)
            #expect(abs(Double(single) - sum) <= 1e-5 * Double(count))
            #expect(single.bitPattern == lanes_dot_float(fx, fy, count).bitPattern)
        }
    }

    /// Eight generators of xoshiro128++ take turns, in every version.
    @Test(arguments: [0, 1, 7, 8, 9, 300]) func everyVersionDrawsTheSameMask(count: Int) {
        var random = RandomStream(seed: UInt64(count), name: "mask")
        let start = (0..<32).map { _ in random.next32() }
        let limit = UInt32(1) << 31 + 12345
        var state = start
        func rotated(_ x: UInt32, _ k: UInt32) -> UInt32 { x << k | x >> (32 - k) }
        func draw(_ lane: Int) -> UInt32 {
            var (a, b, c, d) = (state[lane], state[8 + lane], state[16 + lane], state[24 + lane])
            defer { (state[lane], state[8 + lane], state[16 + lane], state[24 + lane]) = (a, b, c, d) }
            let result = rotated(a &+ d, 7) &+ a
            let t = b << 9
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= t
            d = rotated(d, 11)
            return result
        }
        let draws = (0..<(count + 7) / 8 * 8).map { draw($0 % 8) }
        let mask = draws.prefix(count).map { $0 < limit ? 2.5 : 0 }
        for version in 0..<lanes_versions() {
            var (single, double) = (start, start)
            var (floats, doubles) = ([Float](repeating: 7, count: count + 1), [Double](repeating: 7, count: count + 1))
            lanes_mask_float_by(CInt(version), &single, &floats, count, limit, 2.5)
            lanes_mask_double_by(CInt(version), &double, &doubles, count, limit, 2.5)
            #expect(floats == mask.map { Float($0) } + [7] && doubles == mask + [7])
            #expect(single == state && double == state)
        }
    }
}
