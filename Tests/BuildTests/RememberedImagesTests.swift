import Build
import Learning
import Synchronization
import Testing

/// Images are made once, and are those of the source.
struct RememberedImagesTests {
    @Test func aSmallerCountNeedsNoSecondDrawing() throws {
        let source = CountingImages()
        let images = RememberedImages(source)
        #expect(try images.images(.training, count: 5).pixels == source.images(.training, count: 5).pixels)
        let asked = source.asked.withLock { $0 }
        #expect(try images.images(.training, count: 5).labels == [0, 1, 2, 3, 4])
        #expect(try images.images(.training, count: 2).labels == [0, 1])
        #expect(source.asked.withLock { $0 } == asked)
        #expect(try images.images(.training, count: 7).count == 7)
        #expect(try images.images(.test, count: 2).pixels != images.images(.training, count: 2).pixels)
        #expect(images.checksum == source.checksum)
        #expect(images.name == source.name)
    }
}

/// Images whose labels count up, and that notes how often it was asked.
final class CountingImages: ImageSource {
    let asked = Mutex(0)
    let name = "counting"
    let checksum = "counting 1"

    func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        asked.withLock { $0 += 1 }
        let shade: Float = part == .training ? 0.25 : 0.75
        return LabelledImages(
            side: 1, classes: 10, pixels: Array(repeating: shade, count: count), labels: Array(0..<count))
    }
}
