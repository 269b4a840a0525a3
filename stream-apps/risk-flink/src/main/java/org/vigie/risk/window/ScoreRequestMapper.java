package org.vigie.risk.window;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.records.AdmissionFacts;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.impute.FilledWindow;

/** Maps the record of a window to a score request for the model. */
public final class ScoreRequestMapper {
    private ScoreRequestMapper() {}

    public static ScoreRequest request(Window window) {
        return ScoreRequest.of(filled(window), AdmissionFacts.of(window).toRule())
                .preparedBy(window.getRecipe());
    }

    public static FilledWindow filled(Window window) {
        CellOrigin[] cells =
                window.getKinds().stream().map(EnumMappings.CELL_ORIGIN::toRule).toArray(CellOrigin[]::new);
        return new FilledWindow(window.getLastHour(), floats(window.getValues()), cells, floats(window.getAges()));
    }

    /** Returns the SHA-256 of the model's input numbers, in their order as 32-bit floats, in hexadecimal form. */
    public static String digest(ScoreRequest request) {
        MessageDigest digest = sha256();
        for (float[] numbers : List.of(request.values(), request.measured(), request.ages(), request.statics())) {
            ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static float[] floats(List<Float> numbers) {
        float[] floats = new float[numbers.size()];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = numbers.get(at);
        }
        return floats;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }
}
