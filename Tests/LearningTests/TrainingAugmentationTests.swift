import Learning
import Testing

@Suite struct TrainingAugmentationTests {
    /// A bright square off the middle, once for each label.
    static let images = LabelledImages(
        side: 12, classes: 3,
        pixels: (0..<3).flatMap { _ in
            (0..<144).map { (3...6).contains($0 / 12) && (2...4).contains($0 % 12) ? Float(1) : 0 }
        }, labels: [0, 1, 2])

    func apply(_ augmentation: Augmentation, seed: UInt64 = 1) throws -> LabelledImages {
        try augmentation.apply(to: Self.images, RandomStream(seed: seed, name: "augment"))
    }

    @Test func nothingChangesNothing() throws {
        #expect(try apply(Augmentation()) == Self.images)
    }

    @Test func aShiftKeepsTheInk() throws {
        let moved = try apply(Augmentation(translation: 1.5))
        #expect(moved != Self.images && moved.labels == Self.images.labels)
        #expect(abs(moved.pixels.reduce(0, +) - Self.images.pixels.reduce(0, +)) < 1e-3)
        #expect(moved.pixels[..<144] != moved.pixels[144..<288])
    }

    @Test func aHalfTurnIsBothFlips() throws {
        for seed in 0..<20 as Range<UInt64> {
            let turned = try apply(Augmentation(flips: [.halfTurn]), seed: seed)
            for i in 0..<3 {
                let image = Array(turned.pixels[i * 144..<(i + 1) * 144])
                let original = Array(Self.images.pixels[..<144])
                #expect(image == original || image == original.reversed())
            }
        }
    }

    @Test(arguments: [
        Augmentation(rotation: 15), Augmentation(scaling: 0.1),
        Augmentation(elastic: .init(smoothness: 3, strength: 8)),
    ])
    func warpsKeepMostInkAndStayInRange(augmentation: Augmentation) throws {
        let changed = try apply(augmentation)
        #expect(changed.pixels != Self.images.pixels)
        #expect(changed.pixels.allSatisfy { $0 >= 0 && $0 <= 1 })
        let ratio = changed.pixels.reduce(0, +) / Self.images.pixels.reduce(0, +)
        #expect(ratio > 0.6 && ratio < 1.5)
    }

    @Test func impossibleAmountsAreErrors() {
        #expect(throws: LearningError.self) { try apply(Augmentation(translation: -1)) }
        #expect(throws: LearningError.self) { try apply(Augmentation(scaling: 1)) }
        #expect(throws: LearningError.self) { try apply(Augmentation(noise: .nan)) }
    }
}
