import Learning
import Testing

@Suite struct RandomFillTests {
    private func floats(_ count: Int, _ fill: (inout RandomStream, UnsafeMutableBufferPointer<Float>) -> Void)
        -> [Float]
    {
        var stream = RandomStream(seed: 1, name: "fill")
        var values = [Float](repeating: -9, count: count)
        values.withUnsafeMutableBufferPointer { fill(&stream, $0) }
        return values
    }

    @Test(arguments: [0, 1, 3, 31, 64, 65, 1001])
    func everyPlaceIsFilledAndShorterFillsAreBeginnings(count: Int) {
        for fill in [
            { $0.fillUniforms($1) }, { $0.fillNormals($1) }, { $0.fillMask($1, keep: 0.3, value: 2) },
        ] as [(inout RandomStream, UnsafeMutableBufferPointer<Float>) -> Void] {
            let short = floats(count, fill)
            #expect(!short.contains(-9))
            #expect(Array(floats(2000, fill)[..<count]) == short)
        }
    }

    @Test func fillsUseTheStreamsOwnWords() {
        var filled = RandomStream(seed: 1, name: "words")
        var single = filled
        let words = Set((0..<16).map { _ in single.uniform() })
        #expect(Set(filled.uniforms(16)) == words)
    }

    @Test(arguments: [0.0, 0.2, 0.5, 1])
    func masksKeepTheirShare(keep: Double) {
        let mask = floats(200_000) { $0.fillMask($1, keep: keep, value: 4) }
        #expect(mask.allSatisfy { $0 == 0 || $0 == 4 })
        let share = Double(mask.count { $0 == 4 }) / 200_000
        #expect(abs(share - keep) <= 5 * (keep * (1 - keep) / 200_000).squareRoot())
    }

    /// Shares of a million normals in bins, against the distribution function: chi-square with 40 bins.
    @Test func normalsHaveTheNormalDistribution() {
        var stream = RandomStream(seed: 4, name: "ziggurat")
        for draws in [stream.normals(1_000_000), (0..<1_000_000).map { _ in stream.normal() }] {
            var counts = [Double](repeating: 0, count: 42)
            for x in draws { counts[max(0, min(41, Int(((x + 4) / 0.2).rounded(.down)) + 1))] += 1 }
            var chiSquare = 0.0
            for (bin, count) in counts.enumerated() {
                let low = bin == 0 ? -Double.infinity : -4 + 0.2 * Double(bin - 1)
                let high = bin == 41 ? Double.infinity : -4 + 0.2 * Double(bin)
                let expected = 1e6 * (Normal.cumulative(high) - Normal.cumulative(low))
                chiSquare += (count - expected) * (count - expected) / expected
            }
            // 41 degrees of freedom: 81.5 is exceeded once in ten thousand times.
            #expect(chiSquare < 81.5)
            let tail = Double(draws.count { abs($0) > 3.6541528853610088 })
            #expect(abs(tail - 258) < 80)
        }
    }
}
