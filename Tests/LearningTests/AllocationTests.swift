import CAllocations
import Learning
import Testing

/// Training asks for its memory before the first step. The test program's own malloc counts, thread by thread; what OpenBLAS
/// asks for within a product of few columns is its own affair.
@Suite struct AllocationTests {
    /// How often this thread asks for memory while `body` runs.
    private func allocations(_ body: () throws -> Void) rethrows -> Int {
        allocations_begin()
        do { try body() } catch {
            _ = allocations_end()
            throw error
        }
        return allocations_end()
    }

    @Test func anArrayIsCounted() {
        var array: [Int] = []
        #expect(allocations { array.reserveCapacity(1000) } > 0)
        #expect(allocations { array.append(1) } == 0)
    }

    static let networks: [@Sendable () throws -> Network] = [
        {
            try Network(input: .image(side: 8)) {
                Dropout(keep: 0.8)
                Dense(units: 512, activation: .rectifier)
                Dropout(keep: 0.5)
                Maxout(units: 48, pieces: 3)
                Dense(units: 3)
            }
        },
        {
            try Network(input: .image(side: 8)) {
                Noise(deviation: 0.1)
                Convolution(channels: 20, side: 3)
                MaxPooling()
                Dense(units: 3)
            }
        },
        {
            try Network(input: .image(side: 8)) {
                Convolution(channels: 16, side: 3)
                Convolution(channels: 24, side: 5)
                MaxPooling()
                Dense(units: 3)
            }
        },
    ]

    @Test(arguments: 0..<3, [1, 2]) func aStepAllocatesNothing(network: Int, threads: Int) throws {
        var stream = RandomStream(seed: 3, name: "images")
        let examples = Examples<Float>(
            shape: .image(side: 8), inputs: stream.uniforms(640 * 64).map { Float($0) },
            targets: .labels((0..<640).map { $0 % 3 }))
        let trainer = try Trainer(
            Self.networks[network](), SGD(batch: 32, rate: 0.01, momentum: 0.9, maxNorm: 2), on: examples,
            stream: RandomStream(seed: 1), team: Team(threads: threads))
        var state = trainer.start()
        try trainer.train(&state, steps: 2)
        #expect(try allocations { try trainer.train(&state, steps: 12) } == 0)
    }
}
