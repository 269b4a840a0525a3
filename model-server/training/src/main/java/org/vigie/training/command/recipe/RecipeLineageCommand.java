package org.vigie.training.command.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the models with their recipes, rows and reports: {@code ./vigie recipe lineage}. */
@Command(
        name = "lineage",
        description = {
            "Lists the models below a folder with the recipe and the rows that they learnt from, and the reports that evaluate them.",
            "With --recipe, exit code 1 when a model or its results depend on other rules."
        })
public final class RecipeLineageCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of bundles (default: ${DEFAULT-VALUE}).")
    Path models = Path.of("model-server/models");

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Folder of reports of ./vigie evaluate (default: ${DEFAULT-VALUE}).")
    Path reports = Path.of("build");

    @Option(names = "--recipe", paramLabel = "FILE", description = "A recipe that the models are compared with.")
    Optional<Path> recipe = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        String asked =
                recipe.isEmpty() ? "" : new RecipeFile(recipe.get()).read().digest();
        List<ModelDependency> found = new ArrayList<>();
        for (Path bundle : bundles()) {
            ModelCard card = ModelCard.read(bundle.resolve(ModelBundle.CARD));
            found.add(ModelDependency.of(bundle, card, asked, reports));
        }
        String text = found.stream().map(ModelDependency::text).collect(Collectors.joining(System.lineSeparator()));
        json.print(spec.commandLine().getOut(), text, found);
        return found.stream().allMatch(ModelDependency::upToDate) ? CommandRunner.DONE : CommandRunner.NO;
    }

    private List<Path> bundles() throws IOException {
        if (!Files.isDirectory(models)) {
            throw new IOException(
                    models + ": no such folder; expected a folder of bundles, as ./vigie train writes it");
        }
        try (Stream<Path> files = Files.walk(models)) {
            return files.filter(file -> file.endsWith(ModelBundle.CARD))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
