import Foundation
import Plots

/// A figure of the documentation's gallery: its code is compiled here, its picture is made by the tests.
struct GalleryExample: Sendable, CustomStringConvertible {
    let name: String
    let figure: @Sendable () throws -> Figure

    var description: String { name }

    static let all: [GalleryExample] = [
        GalleryExample(name: "learning-curves", figure: learningCurves),
        GalleryExample(name: "penalties", figure: penalties),
        GalleryExample(name: "bars", figure: bars),
        GalleryExample(name: "heat-map", figure: heatMap),
        GalleryExample(name: "pictures", figure: pictures),
        GalleryExample(name: "formulas", figure: formulas),
        GalleryExample(name: "network", figure: network),
        GalleryExample(name: "pipeline", figure: pipeline),
        GalleryExample(name: "filled-contours", figure: filledContours),
        GalleryExample(name: "gradients", figure: gradients),
        GalleryExample(name: "histograms", figure: histograms),
        GalleryExample(name: "shared-axes", figure: sharedAxes),
        GalleryExample(name: "grid", figure: grid),
        GalleryExample(name: "column", figure: column),
        GalleryExample(name: "points", figure: points),
        GalleryExample(name: "scales", figure: scales),
        GalleryExample(name: "picture", figure: picture),
    ]
}
