package org.vigie.signal.identify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the stay that holds a bed at a given time. */
public final class StayResolver {
    private static final int DIGEST_BYTES = 8;

    private StayResolver() {}

    /**
     * Returns the stay on the bed at {@code at}. If several stays hold the bed, the one that began last is chosen.
     *
     * <p>If no stay holds it, a provisional stay is returned. All readings of one empty interval of a bed get the same provisional stay.
     *
     * @param occupancies occupancies of this bed, in any order; empty when the bed had no patient yet
     */
    public static StayAssignment identify(String bed, List<BedOccupancy> occupancies, Instant at) {
        return occupancy(bed, occupancies, at).assignment();
    }

    /** Returns when the stay of {@link #identify} holds the bed. A provisional stay holds it until the next stay begins. */
    public static BedOccupancy occupancy(String bed, List<BedOccupancy> occupancies, Instant at) {
        return occupancies.stream()
                .filter(occupancy -> occupancy.contains(at))
                .max(Comparator.comparing(BedOccupancy::from))
                .orElseGet(() -> empty(bed, occupancies, at));
    }

    /**
     * Returns when a stay holds the bed by its name, also a provisional one that has got a patient since. Empty when the bed does not have
     * the stay any more.
     */
    public static Optional<BedOccupancy> occupancyOf(String stay, String bed, List<BedOccupancy> occupancies) {
        return occupancies.stream()
                .filter(occupancy -> occupancy.stay().equals(stay))
                .max(Comparator.comparing(BedOccupancy::from))
                .or(() -> provisionalOf(stay, bed, occupancies));
    }

    private static Optional<BedOccupancy> provisionalOf(String stay, String bed, List<BedOccupancy> occupancies) {
        return Stream.concat(Stream.of(Instant.EPOCH), occupancies.stream().map(BedOccupancy::until))
                .filter(since -> provisional(bed, since).equals(stay))
                .findFirst()
                .map(since -> new BedOccupancy(stay, since, BedOccupancy.OPEN));
    }

    private static BedOccupancy empty(String bed, List<BedOccupancy> occupancies, Instant at) {
        Instant since = emptySince(occupancies, at);
        Instant until = occupancies.stream()
                .map(BedOccupancy::from)
                .filter(from -> from.isAfter(at))
                .min(Comparator.naturalOrder())
                .orElse(BedOccupancy.OPEN);
        return new BedOccupancy(provisional(bed, since), since, until);
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
            throw new IllegalStateException("SHA-256 is missing, but every Java platform must provide it", e);
        }
    }
}
