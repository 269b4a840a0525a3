package org.vigie.signal.identify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Finds the stay that holds a bed at a time. */
public final class StayResolver {
    private static final int DIGEST_BYTES = 8;

    private StayResolver() {}

    /**
     * The stay on the bed at that time: of several the one that began last, of none a provisional one. All readings of one empty
     * interval of a bed get the same provisional stay.
     *
     * @param occupancies of this bed, in any order; empty when nobody ever lay there
     */
    public static StayAssignment identify(String bed, List<BedOccupancy> occupancies, Instant at) {
        return occupancies.stream()
                .filter(occupancy -> occupancy.contains(at))
                .max(Comparator.comparing(BedOccupancy::from))
                .map(occupancy -> new StayAssignment(occupancy.stay(), false))
                .orElseGet(() -> new StayAssignment(provisional(bed, emptySince(occupancies, at)), true));
    }

    private static Instant emptySince(List<BedOccupancy> occupancies, Instant at) {
        return occupancies.stream()
                .filter(occupancy -> occupancy.isOverBy(at))
                .map(BedOccupancy::until)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static String provisional(String bed, Instant since) {
        byte[] digest = sha256(bed + "|" + since);
        return StayAssignment.PROVISIONAL + HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
