import Learning

/// A source for sections that ask for no images.
struct NoImages: ImageSource {
    let name = "no images"
    let checksum = ""

    func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        throw NoImagesHere()
    }
}

struct NoImagesHere: Error {}
