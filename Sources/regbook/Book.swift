import AdversarialTraining
import Bagging
import BayesianPerspective
import ConstrainedOptimization
import DatasetAugmentation
import Digits
import Dropout
import EarlyStopping
import MultiTaskLearning
import NoiseRobustness
import NormPenalties
import Notebook
import ParameterSharing
import RegularizersCompared
import SparseRepresentations
import UnderconstrainedProblems
import WhyRegularize

extension Book {
    /// The book: its sections in reading order, each with its place in the chapter.
    package static let regularization = Book(
        "regbook", title: "Regularization of Deep or Distributed Models", authors: ["The regbook project"],
        description:
            "An executable book on regularization: every figure and number is computed by an experiment, and every "
            + "claim of the chapter that it follows is tested.",
        kind: .review(of: "the draft"),
        data: [.mnist(standIn: { PenDigits() })],
        chapters: [
            Chapter(
                7, title: "Regularization of Deep or Distributed Models",
                numbering: .init(equations: 30, algorithms: 3, figures: 7),
                sections: [
                    (0, WhyRegularizeSection.self), (1, BayesianPerspectiveSection.self),
                    (2, NormPenaltiesSection.self), (3, ConstrainedOptimizationSection.self),
                    (4, UnderconstrainedProblemsSection.self), (5, DatasetAugmentationSection.self),
                    (6, NoiseRobustnessSection.self), (7, EarlyStoppingSection.self),
                    (8, ParameterSharingSection.self), (9, SparseRepresentationsSection.self),
                    (10, BaggingSection.self), (11, DropoutSection.self), (12, MultiTaskLearningSection.self),
                    (13, AdversarialTrainingSection.self), (14, RegularizersComparedSection.self),
                ])
        ])
}
