import LinearAlgebra
import Notebook

/// What a set of learning curves says about the minimum of the validation loss.
///
/// Single epochs fluctuate, so curves are smoothed first: each epoch stands for the mean over a tenth of the run around it.
struct CurveSet {
    let runs: [LearningCurves.Run]

    /// The epoch, counted from zero, at which the mean validation loss of `runs` is lowest.
    static func minimum(of runs: [LearningCurves.Run]) -> Int {
        runs.map(\.validationLoss).turn
    }

    /// For each run the epoch at which the *other* runs' mean is lowest, so that no run chooses its own place.
    private var foreignMinima: [Int] {
        runs.indices.map { own in
            CurveSet.minimum(of: runs.indices.filter { $0 != own || runs.count == 1 }.map { runs[$0] })
        }
    }

    /// How much `value` rises in each run from that epoch to the end.
    func rises(of value: (LearningCurves.Run) -> [Double]) -> [Double] {
        zip(runs, foreignMinima).map { run, epoch in
            let curve = value(run).smoothed
            return curve[curve.count - 1] - curve[epoch]
        }
    }

    /// By how much the mean fall per epoch before the minimum exceeds the mean climb per epoch after it.
    var asymmetries: [Double] {
        zip(runs, foreignMinima).map { run, epoch in
            let curve = run.validationLoss.smoothed
            let last = curve.count - 1
            guard epoch > 0, epoch < last else { return 0 }
            return (curve[0] - curve[epoch]) / Double(epoch) - (curve[last] - curve[epoch]) / Double(last - epoch)
        }
    }

    /// Runs whose validation loss turns.
    var turning: Int { runs.count { $0.validationLoss.turns } }

    /// The share of runs in which `value` does not rise from the lowest validation loss to the end.
    func shareWithoutRise(of value: (LearningCurves.Run) -> [Double]) -> Double {
        let rises = rises(of: value)
        return Double(rises.count { $0 <= 0 }) / Double(rises.count)
    }
}
