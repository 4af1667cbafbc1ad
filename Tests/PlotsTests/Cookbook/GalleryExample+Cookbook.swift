import Plots

extension GalleryExample {
    /// The figures of the cookbook, in its order.
    static let cookbook: [GalleryExample] = [
        GalleryExample(name: "epidemic-curve", figure: epidemicCurve),
        GalleryExample(name: "survival", figure: survival),
        GalleryExample(name: "dose-response", figure: doseResponse),
        GalleryExample(name: "forest", figure: forest),
        GalleryExample(name: "agreement", figure: agreement),
        GalleryExample(name: "volcano", figure: volcano),
        GalleryExample(name: "receiver-operating", figure: receiverOperating),
        GalleryExample(name: "calibration", figure: calibration),
        GalleryExample(name: "quantiles", figure: quantiles),
        GalleryExample(name: "groups", figure: groups),
        GalleryExample(name: "small-multiples", figure: smallMultiples),
        GalleryExample(name: "species", figure: species),
        GalleryExample(name: "correlations", figure: correlations),
        GalleryExample(name: "pyramid", figure: pyramid),
        GalleryExample(name: "lorenz", figure: lorenz),
        GalleryExample(name: "prices", figure: prices),
        GalleryExample(name: "pareto", figure: pareto),
        GalleryExample(name: "slopes", figure: slopes),
        GalleryExample(name: "stacked-bars", figure: stackedBars),
        GalleryExample(name: "stripes", figure: stripes),
        GalleryExample(name: "spectrum", figure: spectrum),
        GalleryExample(name: "phase-portrait", figure: phasePortrait),
        GalleryExample(name: "control", figure: control),
    ]
}
