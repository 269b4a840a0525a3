package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Represents a model on disk whose files have the digests of its card. Its own digest stands for all files: SHA-256 of the output of {@code
 * sha256sum FILE...} for the card's files in the order of their names.
 */
public record ModelBundle(Path directory, ModelCard card) {
    /** File name of the SavedModel. */
    public static final String SAVED_MODEL = "saved_model.pb";
    /** File name of the card. */
    public static final String CARD = "model-card.json";
    /** File name of the card for people. */
    static final String CARD_PAGE = "model-card.md";

    private static final GraphSafetyCheck SAFETY = new GraphSafetyCheck(AllowedOperations.read());

    /** @throws ModelException DAMAGED_BUNDLE or UNSAFE_BUNDLE, with the fault */
    public static ModelBundle open(Path directory) {
        ModelCard card = card(directory.resolve(CARD));
        checkFiles(directory, card);
        if (card.files().isEmpty()) {
            check(directory, SAVED_MODEL, card.digest());
        } else {
            card.files().forEach((file, digest) -> check(directory, file, digest));
            checkWhole(directory, card);
        }
        checkGraph(directory);
        card.ensemble().parts().forEach(part -> checkPart(directory, card, part));
        return new ModelBundle(directory, card);
    }

    /**
     * Describes a SavedModel whose card was made for it just now.
     *
     * @throws ModelException UNSAFE_BUNDLE or DAMAGED_BUNDLE, with the fault of the graph
     */
    public static ModelBundle of(Path directory, ModelCard card) {
        checkGraph(directory);
        return new ModelBundle(directory, card);
    }

    private static void check(Path directory, String file, String expected) {
        String digest = digest(directory.resolve(file));
        if (!digest.equals(expected)) {
            throw damaged(directory, file + " has digest " + digest + ", its card says " + expected, null);
        }
    }

    private static void checkFiles(Path directory, ModelCard card) {
        try {
            new BundleFiles(directory, card).problem().ifPresent(problem -> {
                throw unsafe(directory, problem);
            });
        } catch (IOException e) {
            throw damaged(directory, "cannot be read", e);
        }
    }

    private static void checkGraph(Path directory) {
        try {
            SAFETY.problem(directory.resolve(SAVED_MODEL)).ifPresent(problem -> {
                throw unsafe(directory, SAVED_MODEL + " " + problem);
            });
        } catch (IOException e) {
            throw damaged(directory, SAVED_MODEL + " is no SavedModel", e);
        }
    }

    /** Each part of an ensemble is read from a file with a digest, and the trees of one fit together. */
    private static void checkPart(Path directory, ModelCard card, EnsemblePart part) {
        if (!card.files().containsKey(part.file())) {
            throw unsafe(directory, "its ensemble reads '" + part.file() + "', whose digest its card does not hold");
        }
        if (part.kind() != EnsemblePartKind.TREES) {
            return;
        }
        try {
            new TreesSafetyCheck(directory.resolve(part.file())).problem().ifPresent(problem -> {
                throw unsafe(directory, part.file() + " " + problem);
            });
        } catch (IOException e) {
            throw damaged(directory, part.file() + " is no file of trees: " + e.getMessage(), e);
        }
    }

    private static ModelException unsafe(Path where, String what) {
        return new ModelException(ModelException.ModelErrorCode.UNSAFE_BUNDLE, where + ": " + what, null);
    }

    private static void checkWhole(Path directory, ModelCard card) {
        String digest = Sha256Digest.ofAll(card.files()).hex();
        if (!digest.equals(card.digest())) {
            throw damaged(
                    directory, "its files together have digest " + digest + ", its card says " + card.digest(), null);
        }
    }

    private static ModelCard card(Path file) {
        try {
            return ModelCard.read(file);
        } catch (IOException e) {
            throw damaged(file, Files.exists(file) ? "not a model card" : "missing", e);
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256Digest.of(file).hex();
        } catch (IOException e) {
            throw damaged(file, "cannot be read", e);
        }
    }

    private static ModelException damaged(Path where, String what, Throwable cause) {
        return new ModelException(ModelException.ModelErrorCode.DAMAGED_BUNDLE, where + ": " + what, cause);
    }
}
