import AdversarialTraining
import Bagging
import BayesianPerspective
import ConstrainedOptimization
import DatasetAugmentation
import Dropout
import EarlyStopping
import Foundation
import MultiTaskLearning
import NoiseRobustness
import NormPenalties
import Notebook
import ParameterSharing
import RegularizersCompared
import SparseRepresentations
import Testing
import UnderconstrainedProblems
import WhyRegularize

/// The sections of the book.
@Suite struct BookSections {
    static let all = [
        AnySection(WhyRegularizeSection.self), AnySection(BayesianPerspectiveSection.self),
        AnySection(NormPenaltiesSection.self), AnySection(ConstrainedOptimizationSection.self),
        AnySection(UnderconstrainedProblemsSection.self), AnySection(DatasetAugmentationSection.self),
        AnySection(NoiseRobustnessSection.self), AnySection(EarlyStoppingSection.self),
        AnySection(ParameterSharingSection.self), AnySection(SparseRepresentationsSection.self),
        AnySection(BaggingSection.self), AnySection(DropoutSection.self), AnySection(MultiTaskLearningSection.self),
        AnySection(AdversarialTrainingSection.self), AnySection(RegularizersComparedSection.self),
    ]

    /// A section that is not among these would not be tested.
    @Test func areAllHere() throws {
        let chapters = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Chapters")
        let modules = try FileManager.default.contentsOfDirectory(atPath: chapters.path(percentEncoded: false))
        #expect(Set(modules) == Set(Self.all.map(\.module)))
    }

    /// What it is, and for numbers the limits.
    @Test func everyParameterExplainsItself() throws {
        for study in Self.all.flatMap(\.studies) {
            for row in try study.parameterTable(for: .quick).rows {
                #expect(!row.description.isEmpty, "\(study.path).\(row.name)")
                #expect(row.limits != nil || ["boolean", "string"].contains(row.type), "\(study.path).\(row.name)")
            }
        }
    }
}
