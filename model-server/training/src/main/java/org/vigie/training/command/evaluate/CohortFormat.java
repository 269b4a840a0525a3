package org.vigie.training.command.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code --data} holds. */
enum CohortFormat {
    /** A folder or archive of {@code <RecordID>.txt}; outcomes in a file of their own. */
    PHYSIONET2012,
    /** A folder or archive of {@code pNNNNNN.psv}; says who had sepsis, not who died. */
    PHYSIONET2019,
    /** The folder of the MIMIC-IV demo; its own tables say who died. */
    MIMIC_IV_DEMO;

    static final String OPTION = "--format";

    /** @throws IllegalArgumentException with a sentence for the user */
    static CohortFormat parse(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(OPTION + ": must be one of "
                        + Arrays.stream(values()).map(CohortFormat::word).collect(Collectors.joining(", "))
                        + ", was '" + word + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
