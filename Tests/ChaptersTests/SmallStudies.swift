import Notebook

/// Settings under which studies that train take a moment: enough for every shape, too little for comparisons.
enum SmallStudies {
    static func settings(_ path: String) -> [Setting] {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count == 2 else { return [] }
        return (table[parts[0]]?[parts[1]] ?? []).map { text in
            let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
            return Setting(key: sides[0], value: sides[1])
        }
    }

    private static let table: [String: [String: [String]]] = [
        "why-regularize": ["widths": ["widths=[1,2]", "epochs=1"]],
        "norm-penalties": ["layers": ["steps=2"]],
        "regularizers-compared": [
            "one-task": [
                "examples=20", "validationExamples=20", "points=10", "units=3", "updates=20", "members=2",
            ]
        ],
        "constrained-optimization": ["dead-units": ["steps=1"], "rates": ["steps=2"]],
        "dataset-augmentation": [
            "codes": ["unlabelled=150", "labelled=2", "draws=2"] + digits,
            "curves": ["sizes=[20,40]", "copies=1"] + digits,
            "flips": ["examples=20", "letters=12"] + digits,
            "hidden-noise": ["examples=20"] + digits,
            "robustness": ["examples=20"] + digits,
            "schemes": ["examples=20", "copies=1"] + digits,
        ],
        "noise-robustness": [
            "flatness": ["steps=2"], "recurrence": ["steps=2"], "sensitivity": ["steps=2"], "uncertainty": ["draws=10"],
        ],
        "early-stopping": [
            "endless": ["training=50", "limit=3", "cap=3"] + network,
            "learning-curves": ["testExamples=50"] + maxout,
            "monitoring": maxout,
            "retraining": ["training=50", "limit=3", "cap=3", "slowLimit=2"] + network,
            "shapes": ["training=[40]", "epochs=3"] + network,
            "surrogate": ["training=20", "epochs=40"] + network,
        ],
        "parameter-sharing": [
            "hybrid": [
                "labelled=[30,60]", "unlabelled=100", "trainingPool=200", "strengths=[1]", "validationImages=50",
                "testImages=50",
            ],
            "networks": [
                "counts=[50,100]", "trainingPool=200", "steps=5", "rates=[0.05,0.1]", "validationImages=50",
                "testImages=50",
            ],
        ],
        "sparse-representations": [
            "autoencoders": images + ["epochs=1"], "coding": images + ["rounds=2"],
            "generalization": images + ["epochs=1"],
        ],
        "bagging": [
            "differences": [
                "networks=2", "trainingPool=100", "trainingExamples=80", "testExamples=40", "hiddenUnits=4", "epochs=1",
            ],
            "growing": ["units=2", "testExamples=20"],
            "networks": [
                "networks=2", "trainingPool=100", "trainingExamples=50", "testExamples=40", "hiddenUnits=4", "epochs=1",
                "smallNetworks=2", "smallTestExamples=20",
            ],
            "published-size": ["trainingExamples=20", "testExamples=10"],
            "stumps": ["rounds=3", "testExamples=20"],
            "trees": ["members=2", "testExamples=20"],
        ],
        "dropout": [
            "comparison": task,
            "costs": ["widths=[20,40]"],
            "fast-training": ["updates=20", "hiddenUnits=3"],
            "published-table": [
                "task.units=[4,4,8]", "task.trainingExamples=40", "task.validationExamples=20", "task.testExamples=20",
                "task.tuningUpdates=2", "task.updates=3", "task.batchSize=10",
            ],
            "relatives": ["examples=40", "epochs=1", "tests=20"],
            "sampling": [
                "samples=[1,20]", "examples=20", "channels=[2,2]", "convolutionExamples=40", "convolutionEpochs=1",
                "units=8",
            ] + task,
            "sequences": ["epochs=1", "examples=40", "units=5"] + task,
            "sizes": ["sizes=[80,90,100]", "updates=8"] + task,
            "sub-networks": ["members=2"],
            "widths": ["widths=[4,8]", "updates=32"] + task,
        ],
        "multi-task-learning": ["toy": ["epochs=1", "heldOutExamples=20"]],
        "adversarial-training": [
            "attacks": [
                "centres=60", "task.trainingExamples=200", "task.trainingPool=400", "task.validationExamples=100",
                "task.testExamples=200", "task.attackedExamples=60", "task.units=12", "task.epochs=8",
                "task.searchSteps=3", "task.trainingSteps=2", "task.searchStarts=2",
            ],
            "training": ["epsilons=[0.05,0.1]"],
        ],
    ]

    private static let digits = ["training.pool=2000", "training.testExamples=100", "training.steps=5"]
    private static let network = [
        "network.pool=500", "network.validation=50", "network.test=50", "network.hiddenUnits=8",
    ]
    private static let maxout = [
        "training.trainingExamples=100", "training.validationExamples=50", "training.units=12", "training.epochs=10",
        "training.isHalved=true",
    ]
    private static let images = ["trainingPool=100", "trainingImages=60", "testImages=30"]
    private static let task = [
        "task.trainingPool=200", "task.trainingExamples=100", "task.validationExamples=50", "task.testExamples=50",
        "task.units=8", "task.updates=32", "task.unlabelledExamples=100",
    ]
}
