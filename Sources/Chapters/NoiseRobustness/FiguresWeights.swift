import Notebook
import Plots

extension NoiseRobustnessSection {
    static func valley(_ valley: Valley) -> Figure {
        let ends = [valley.plain, valley.noisy].map { $0[$0.count - 1] }
        return Figure(width: 300, height: 290, title: "Two paths through a valley of minima") {
            Panel(
                x: Axis("$w_1$", in: 0...3), y: Axis("$w_2$", in: 0...3), aspect: .equal, legend: .top
            ) {
                Contours(x: 0...3, y: 0...3, levels: .explicit([0.02, 0.1, 0.3, 1, 3, 8, 20, 40])) { u, v in
                    (u * v - 1) * (u * v - 1)
                }
                .role(.loss)
                Line(over: 1.0 / 3...3) { 1 / $0 }.role(.truth).label("minima")
                Trajectory(x: valley.plain.map { $0[0] }, y: valley.plain.map { $0[1] }).role(.trajectory)
                    .label("without noise")
                Line(x: valley.noisy.map { $0[0] }, y: valley.noisy.map { $0[1] }).role(.series(3)).dash(.solid)
                    .label("with noise on the weights")
                Point(x: ends[0][0], y: ends[0][1]).role(.optimum).label("sharp")
                Point(x: ends[1][0], y: ends[1][1]).role(.regularized).label("flat")
            }
        }
    }

    static func sharpness(_ networks: NetworkMeasurements) -> Figure {
        Figure(width: 420, height: 180, title: "Rise of the training error under noise on the weights") {
            Panel(
                x: Axis("standard deviation of the noise", in: 0.02...0.2),
                y: Axis("rise of the training error", scale: .log), legend: .top
            ) {
                Band(x: networks.radii, replicates: networks.plainRises).role(.training).label("trained without noise")
                    .marker(.dot)
                Band(x: networks.radii, replicates: networks.noisyRises).role(.series(3)).dash(.solid)
                    .label("trained with noise on the weights").marker(.openDot)
            }
        }
    }

    static func posterior(_ picture: PosteriorPicture) -> Figure {
        Figure(width: 420, height: 190, title: "Spread of predictions under weight noise") {
            Row {
                panel("posterior covariance", picture, picture.matched)
                panel("one variance for all", picture, picture.isotropic)
            }
        }
    }

    /// The closed form as an area of two standard deviations, the noise's spread as lines.
    private static func panel(_ title: String, _ picture: PosteriorPicture, _ deviations: [Double]) -> Panel {
        let places = picture.places.indices
        return Panel(title, x: Axis("$x$"), y: Axis("$y$", in: -2...5), legend: .top) {
            Band(
                x: picture.places, low: places.map { picture.means[$0] - 2 * picture.exact[$0] },
                high: places.map { picture.means[$0] + 2 * picture.exact[$0] }
            ).role(.truth).label("posterior")
            Line(x: picture.places, y: places.map { picture.means[$0] + 2 * deviations[$0] }).role(.series(3)).dash(
                .solid
            )
            .label("noise")
            Line(x: picture.places, y: places.map { picture.means[$0] - 2 * deviations[$0] }).role(.series(3)).dash(
                .solid)
            Points(x: picture.inputs, y: picture.targets).role(.ink)
        }
    }
}
