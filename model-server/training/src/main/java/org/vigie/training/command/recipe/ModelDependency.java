package org.vigie.training.command.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelLineage;
import org.vigie.inference.bundle.ModelLineage.CohortLineage;
import org.vigie.signal.impute.PreparationRecipe;

/**
 * Tells on which recipe and rows a model depends, and which reports depend on the model.
 *
 * @param model folder of the bundle
 * @param digest of the bundle
 * @param rows sets that it learnt from; empty where its card does not say it
 * @param reports reports that evaluate this very bundle
 * @param upToDate whether the recipe has the rules that were asked for; true when none was
 */
record ModelDependency(
        String model,
        String digest,
        String recipe,
        int revision,
        String recipeDigest,
        List<CohortLineage> rows,
        List<String> reports,
        boolean upToDate) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Describes a bundle.
     *
     * @param asked SHA-256 of the rules that are compared with; empty for none
     * @param reports folder below which {@code report.json} files are searched
     */
    static ModelDependency of(Path bundle, ModelCard card, String asked, Path reports) throws IOException {
        ModelLineage lineage = card.training().lineage();
        PreparationRecipe shipped = PreparationRecipe.SHIPPED;
        String rules = lineage.hasRecipe() ? lineage.recipeDigest() : shipped.digest();
        return new ModelDependency(
                bundle.toString(),
                card.digest(),
                lineage.hasRecipe() ? lineage.recipe() : shipped.name(),
                lineage.hasRecipe() ? lineage.revision() : shipped.revision(),
                rules,
                lineage.cohorts(),
                reportsOf(card.digest(), reports),
                asked.isEmpty() || asked.equals(rules));
    }

    private static List<String> reportsOf(String digest, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("report.json"))
                    .filter(file -> digestIn(file).equals(digest))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static String digestIn(Path report) {
        try {
            JsonNode subject = JSON.readTree(report.toFile()).path("subject");
            return subject.path("digest").asText();
        } catch (IOException e) {
            // Another program's report of the same name is no report of a model.
            return "";
        }
    }

    String text() {
        String rowText = rows.isEmpty()
                ? "rows not recorded"
                : String.join(
                        ", ",
                        rows.stream()
                                .map(set -> set.name() + " (" + set.stays() + " stays, files "
                                        + set.digest().substring(0, 12) + ")")
                                .toList());
        String state = upToDate ? "" : "%n    OTHER RULES: train it again".formatted();
        String results = reports.isEmpty() ? "" : "%n    results: ".formatted() + String.join(", ", reports);
        return "%s: recipe %s %d (%s), %s%s%s"
                .formatted(model, recipe, revision, recipeDigest.substring(0, 12), rowText, results, state);
    }
}
