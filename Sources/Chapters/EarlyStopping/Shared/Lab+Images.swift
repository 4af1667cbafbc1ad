import Laboratory
import Learning

extension Lab {
    /// The first `count` images of `part`, at half their side if `isHalved`.
    func images(_ part: DataPart, count: Int, isHalved: Bool) throws -> LabelledImages {
        let images = try images(part, count: count)
        return isHalved ? images.halved() : images
    }
}
