import AdversarialTraining
import Bagging
import BayesianPerspective
import ConstrainedOptimization
import DatasetAugmentation
import Dropout
import EarlyStopping
import FigureSnapshots
import Foundation
import MultiTaskLearning
import NormPenalties
import Notebook
import ParameterSharing
import SparseRepresentations
import Testing
import UnderconstrainedProblems
import WhyRegularize

/// The figures of sections, drawn from stored results, so that no last bit of an experiment decides them.
@Suite struct FigureTests {
    static let sections = [
        AnySection(NormPenaltiesSection.self), AnySection(EarlyStoppingSection.self), AnySection(BaggingSection.self),
        AnySection(DatasetAugmentationSection.self), AnySection(ParameterSharingSection.self),
        AnySection(SparseRepresentationsSection.self), AnySection(MultiTaskLearningSection.self),
        AnySection(DropoutSection.self), AnySection(AdversarialTrainingSection.self),
        AnySection(WhyRegularizeSection.self), AnySection(BayesianPerspectiveSection.self),
        AnySection(ConstrainedOptimizationSection.self), AnySection(UnderconstrainedProblemsSection.self),
    ]

    /// The figures that the studies of `section` make of the results beside these tests, each under its study's path.
    static func figures(of section: AnySection) throws -> [PageFigure] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored")
        return try section.studies.flatMap { study in
            let results = try Data(contentsOf: folder.appending(path: "\(study.path).json"))
            return try study.show(results, study.parameters(for: .quick)).figures
        }
    }

    @Test(arguments: sections.indices)
    func drawingsAreAsKept(place: Int) throws {
        let section = Self.sections[place]
        for entry in try Self.figures(of: section) {
            try SnapshotFolder().check(entry.frames[entry.initial].figure, named: "\(section.info.slug)-\(entry.name)")
        }
    }

    /// The counterparts of Figures 7.1 to 7.7 and of two displays, as pictures.
    @Test(arguments: [
        (0, "weight-decay"), (0, "l1-against-l2"), (1, "learning-curves"), (1, "trajectory"), (2, "cartoon"),
        (5, "displays"), (6, "graph"), (8, "picture"),
    ])
    func picturesLookAsKept(place: Int, name: String) throws {
        let section = Self.sections[place]
        let entry = try #require(try Self.figures(of: section).first { $0.name == name })
        try SnapshotFolder().checkPicture(entry.frames[entry.initial].figure, named: "\(section.info.slug)-\(name)")
    }

    /// Results that differ draw another picture: a comparison that saw none could not fail.
    @Test func anotherResultDrawsAnotherFigure() throws {
        let section = Self.sections[1]
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored/early-stopping.json")
        var results = try StoredJSON.decode(EarlyStoppingSection.Results.self, from: Data(contentsOf: file))
        results.runs = results.runs.map { run in
            var run = run
            run.validationLoss.reverse()
            return run
        }
        let entry = try #require(
            try section.studies[0].show(StoredJSON.encode(results), section.studies[0].parameters(for: .quick)).figures
                .first { $0.name == "learning-curves" })
        let figure = try entry.frames[entry.initial].figure
        #expect(throws: SnapshotMismatch.self) {
            try SnapshotFolder(recording: false).check(figure, named: "early-stopping-learning-curves")
        }
        #expect(throws: SnapshotMismatch.self) {
            try SnapshotFolder(recording: false).checkPicture(figure, named: "early-stopping-learning-curves")
        }
    }
}
