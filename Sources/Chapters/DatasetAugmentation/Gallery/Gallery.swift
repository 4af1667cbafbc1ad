import DataSets
import Digits
import Foundation
import Laboratory
import Networks

/// A few digits and what each scheme makes of them, at full size.
public struct Gallery: Experiment {
    public init() {}

    public static let question = "What does each change make of a digit?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let side: Int
        /// Bytes of grey, 0 paper and 255 ink, image after image.
        public let originals: Data
        /// The same images under each scheme.
        public let changed: [Data]
        /// A six and a nine and then a b and a d, each as it is and then turned by half a circle or mirrored.
        public let flipped: [Data]
        public let dataName: String
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let images = try lab.images(.training, count: 200)
        let chosen = images.subset(Self.digits.compactMap { images.labels.firstIndex(of: $0) })
        let letters = PenLetters(side: images.side).images(2, lab.stream("letters"))
        let turned = [6, 9].compactMap { images.labels.firstIndex(of: $0) }.flatMap { place in
            [images.bytes(of: place), images.bytes(of: place).reversed()]
        }
        let mirrored = (0..<2).flatMap { [letters.bytes(of: $0), letters.mirroredBytes(of: $0)] }
        return Results(
            side: images.side, originals: Data(chosen.bytes),
            changed: try Self.schemes.map { scheme in
                Data(try scheme.augmentation(side: images.side).apply(to: chosen, lab.stream("gallery")).bytes)
            },
            flipped: (turned + mirrored).map { Data($0) }, dataName: lab.dataName)
    }

    static let schemes: [Scheme] = [.translation, .rotation, .scaling, .elastic, .noise]
    static let digits = [2, 6, 7, 4, 5, 8, 3, 9]
}

extension LabelledImages {
    fileprivate var bytes: [UInt8] { pixels.map { UInt8($0 * 255 + 0.5) } }

    fileprivate func bytes(of place: Int) -> [UInt8] { subset([place]).bytes }

    fileprivate func mirroredBytes(of place: Int) -> [UInt8] {
        let image = bytes(of: place)
        return stride(from: 0, to: image.count, by: side).flatMap { image[$0..<$0 + side].reversed() }
    }
}
