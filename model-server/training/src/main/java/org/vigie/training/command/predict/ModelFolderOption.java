package org.vigie.training.command.predict;

import java.nio.file.Path;
import org.vigie.training.predict.BundlePredictor;
import picocli.CommandLine.Option;

/** Offers the option {@code --model}: the bundle with which a command predicts. */
public final class ModelFolderOption {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of a bundle (default: the one that comes with Vigie).")
    Path folder = BundlePredictor.SHIPPED;

    public Path folder() {
        return folder;
    }
}
