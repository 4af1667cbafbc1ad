import Digits
import Hashing
import Learning
import Testing

@Suite struct PenDigitsTests {
    let digits = PenDigits()

    /// The images are frozen: this may change only together with `Difficulty.md`, measured again.
    @Test func theImagesAreTheFrozenOnes() throws {
        var hasher = Digest.Hasher()
        for part in DataPart.allCases {
            let images = try digits.images(part, count: 100)
            hasher.update(images.labels.map { UInt8($0) })
            hasher.update(images.pixels.map { UInt8(($0 * 255).rounded()) })
        }
        #expect(hasher.finalize().hex == digits.checksum)
    }

    @Test func anImageDoesNotDependOnHowManyAreAskedFor() throws {
        let few = try digits.images(.validation, count: 3)
        let many = try digits.images(.validation, count: 10)
        #expect(many.subset(0..<3) == few)
    }

    @Test func partsShareNoImage() throws {
        let parts = try DataPart.allCases.map { try digits.images($0, count: 50) }
        let images = parts.flatMap { part in
            (0..<part.count).map { Array(part.pixels[$0 * 784..<($0 + 1) * 784]) }
        }
        #expect(Set(images).count == images.count)
    }

    @Test func everyDigitIsWrittenAboutAsOften() throws {
        let labels = try digits.images(.training, count: 1000).labels
        for digit in 0..<10 { #expect((60...140).contains(labels.filter { $0 == digit }.count)) }
    }

    @Test func thereIsInkAndPaper() throws {
        let images = try digits.images(.test, count: 200)
        #expect(images.pixels.allSatisfy { $0 >= 0 && $0 <= 1 })
        for i in 0..<images.count {
            let ink = images.pixels[i * 784..<(i + 1) * 784].filter { $0 > 0.5 }.count
            #expect((12...350).contains(ink), "image \(i): \(ink) dark pixels")
        }
    }

    @Test func halvedImagesAreMeansOfFourPixels() throws {
        let images = try digits.images(.test, count: 2)
        let halves = images.halved()
        #expect(halves.side == 14 && halves.labels == images.labels)
        let corner = 784 + 28 * 10 + 6
        let mean =
            (images.pixels[corner] + images.pixels[corner + 1] + images.pixels[corner + 28] + images.pixels[corner + 29])
            / 4
        #expect(abs(halves.pixels[196 + 14 * 5 + 3] - mean) < 1e-6)
    }
}
