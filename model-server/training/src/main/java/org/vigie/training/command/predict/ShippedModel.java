package org.vigie.training.command.predict;

import java.nio.file.Path;

/** The model that is asked and judged when none is named: the one that the ward uses. */
public final class ShippedModel {
    /** Within the repository, where {@code ./vigie} runs. */
    public static final Path FOLDER = Path.of("model-server/models/survival/2");

    private ShippedModel() {}
}
