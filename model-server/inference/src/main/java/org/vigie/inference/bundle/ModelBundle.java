package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model on disk whose SavedModel is the very one that its card describes. */
public record ModelBundle(Path directory, ModelCard card) {
    /** The SavedModel's file. */
    public static final String SAVED_MODEL = "saved_model.pb";
    /** The card's file. */
    public static final String CARD = "model-card.json";

    /** @throws ModelException DAMAGED_BUNDLE, naming what is wrong */
    public static ModelBundle open(Path directory) {
        ModelCard card = card(directory.resolve(CARD));
        String digest = digest(directory.resolve(SAVED_MODEL));
        if (!digest.equals(card.digest())) {
            throw damaged(directory, SAVED_MODEL + " has digest " + digest + ", its card says " + card.digest(), null);
        }
        return new ModelBundle(directory, card);
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
            return Digests.sha256(file);
        } catch (IOException e) {
            throw damaged(file, "cannot be read", e);
        }
    }

    private static ModelException damaged(Path where, String what, Throwable cause) {
        return new ModelException(ModelException.Code.DAMAGED_BUNDLE, where + ": " + what, cause);
    }
}
