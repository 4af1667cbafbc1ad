import Foundation
import Learning
import Testing

@Suite struct MNISTTests {
    private func load(_ changed: [MNISTFile: [UInt8]?] = [:], validationCount: Int = 2) throws -> MNIST {
        let files = try SmallMNIST(changing: changed)
        defer {
            do { try files.remove() } catch { Issue.record(error) }
        }
        return try MNIST(directory: files.directory, validationCount: validationCount)
    }

    private func message(_ changed: [MNISTFile: [UInt8]?], validationCount: Int = 2) -> String {
        do {
            _ = try load(changed, validationCount: validationCount)
            return "no error"
        } catch { return "\(error)" }
    }

    @Test func partsDoNotOverlap() throws {
        let mnist = try load()
        let training = try mnist.images(.training, count: 3)
        #expect(training.labels == [3, 1, 4])
        #expect(training.pixels == (0..<12).map { Float($0 * 10) / 255 })
        #expect(training.side == 2 && training.classes == 10)
        #expect(try mnist.images(.validation, count: 2).labels == [1, 9])
        #expect(try mnist.images(.validation, count: 1).pixels == (12..<16).map { Float($0 * 10) / 255 })
        #expect(try mnist.images(.test, count: 5).labels == [3, 1, 4, 1, 9])
        #expect(throws: LearningError.tooFew(what: "training images of MNIST", count: 3, needed: 4)) {
            try mnist.images(.training, count: 4)
        }
    }

    @Test func packedFilesGiveTheSameDataAndChecksum() throws {
        let packed = try load([.trainingLabels: SmallMNIST.packedLabels])
        let plain = try load()
        #expect(packed.checksum == plain.checksum)
        #expect(try packed.images(.training, count: 3) == plain.images(.training, count: 3))
        #expect(plain.checksum == Expected.checksum)
        #expect(try load([.testLabels: Array(SmallMNIST.labels.dropLast()) + [0]]).checksum != plain.checksum)
    }

    private enum Expected {
        /// sha256sum of images, labels, images, labels.
        static let checksum = "3f32dfbed7fe41f5949b5802881056a0541f2fb9b45b1d9c7714ca32401828ca"
    }

    @Test func aMissingFileIsNamed() {
        let text = message([.testLabels: nil])
        #expect(text.hasPrefix("t10k-labels-idx1-ubyte: not found; looked for "))
        #expect(text.contains("t10k-labels-idx1-ubyte.gz"))
        #expect(text.hasSuffix("Fetch the file, or name the folder that holds it."))
    }

    @Test func headersAreChecked() {
        #expect(
            message([.trainingImages: SmallMNIST.labels])
                == "train-images-idx3-ubyte: begins with 0x00000801, not with 0x00000803. Is it another kind of file?")
        #expect(
            message([.trainingImages: Array(SmallMNIST.header[..<10])])
                == "train-images-idx3-ubyte: ends after 10 of 16 header bytes. Fetch the file again.")
        #expect(
            message([.trainingImages: Array(SmallMNIST.images.dropLast(3))])
                == "train-images-idx3-ubyte: its header promises 5×2×2 bytes, but 17 follow. Fetch the file again.")
        #expect(
            message([.trainingImages: SmallMNIST.images + [1, 2]])
                == "train-images-idx3-ubyte: 2 bytes follow after its data. Fetch the file again.")
        let huge: [UInt8] = [0, 0, 8, 3] + Array(repeating: 255, count: 12)
        #expect(message([.trainingImages: huge]).contains("4294967295×4294967295×4294967295 bytes, but 0 follow"))
        #expect(message([.trainingImages: []]).contains("ends after 0 of 16 header bytes"))
    }

    @Test func filesMustBelongTogether() {
        let four: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 4, 3, 1, 4, 1]
        #expect(
            message([.trainingLabels: four])
                == "train-images-idx3-ubyte: holds 5 items, but train-labels-idx1-ubyte holds 4. "
                + "Take both from the same data set.")
        let wide: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 4] + SmallMNIST.pixels
        #expect(message([.testImages: wide]) == "t10k-images-idx3-ubyte: its images are 1×4, but must be square.")
        let small: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3, 4, 5]
        #expect(message([.testImages: small]).contains("rows of an image (1) and train-images-idx3-ubyte's (2)"))
        #expect(
            message([.testLabels: Array(SmallMNIST.labels.dropLast()) + [10]])
                == "t10k-labels-idx1-ubyte: label number 4 is 10, but there are 10 classes, 0 to 9.")
        #expect(message([:], validationCount: 5) == "5 images in train-images-idx3-ubyte, but at least 6 are needed.")
    }

    @Test func packedDataAreChecked() {
        let packed = SmallMNIST.packedLabels
        #expect(
            message([.trainingLabels: Array(packed.dropLast(12))]).hasPrefix(
                "train-labels-idx1-ubyte.gz: the compressed data end too early"))
        var damaged = packed
        damaged[packed.count - 8] ^= 1
        #expect(
            message([.trainingLabels: damaged])
                == "train-labels-idx1-ubyte.gz: the compressed data are damaged after 13 unpacked bytes "
                + "(incorrect data check). Fetch the file again.")
        #expect(
            message([.trainingLabels: packed + [7]])
                == "train-labels-idx1-ubyte.gz: 1 bytes follow after its data. Fetch the file again.")
    }

    @Test func severalGzipMembersAreOneFile() throws {
        let twice = SmallMNIST.packedLabels + SmallMNIST.packedLabels
        #expect(try Gzip.unpack(twice, name: "twice") == SmallMNIST.labels + SmallMNIST.labels)
    }
}
