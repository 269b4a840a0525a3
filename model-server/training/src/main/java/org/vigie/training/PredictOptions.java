package org.vigie.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./vigie predict} was asked.
 *
 * @param model a bundle's folder; the shipped one when none is named
 * @param data a set in the format of PhysioNet-2012: a folder of {@code <RecordID>.txt}, or a {@code .tar.gz} of one
 * @param hours of each stay seen
 */
record PredictOptions(Path model, Path data, List<Integer> hours, Path out) {
    static final String USAGE =
            "usage: ./vigie predict [--model DIR] --data SET(.tar.gz or folder) [--hours 6,12,24,36,48] --out FILE.csv";

    PredictOptions {
        hours = List.copyOf(hours);
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static PredictOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        PredictOptions options = new PredictOptions(
                arguments.take("--model").map(Path::of).orElse(ShippedModel.FOLDER),
                arguments.path("--data"),
                HoursSeen.parse(arguments.take(HoursSeen.OPTION).orElse(HoursSeen.DEFAULT)),
                arguments.path("--out"));
        arguments.finish();
        return options;
    }
}
