import Learning
import Testing

@Suite struct LabelledImagesTests {
    /// One pixel each, so that its label tells every image.
    private let images = LabelledImages(
        side: 1, classes: 20, pixels: (0..<20).map { Float($0) / 20 }, labels: Array(0..<20))

    @Test func aSmallerDrawIsTheStartOfALargerOne() throws {
        let stream = RandomStream(seed: 5, name: "training set")
        let all = try images.drawn(20, by: stream)
        #expect(all.labels.sorted() == images.labels && all.labels != images.labels)
        #expect(try images.drawn(7, by: stream).labels == Array(all.labels.prefix(7)))
        #expect(all.pixels == all.labels.map { Float($0) / 20 })
    }

    @Test(arguments: [-1, 21])
    func moreThanThereAreIsAnError(count: Int) {
        let error = LearningError.outOfRange(
            setting: "number of images to draw", value: Double(count), allowed: "from 0 to the 20 there are")
        #expect(throws: error) { try images.drawn(count, by: RandomStream(seed: 5)) }
    }

    /// A second copy of MNIST's pixels would be 188 MB.
    @Test func examplesShareThePixelsMemory() {
        let examples = images.examples
        #expect(examples.targets == .labels(images.labels) && examples.shape == .image(side: 1))
        images.pixels.withUnsafeBufferPointer { pixels in
            examples.inputs.withUnsafeBufferPointer { #expect($0.baseAddress == pixels.baseAddress) }
        }
    }
}
