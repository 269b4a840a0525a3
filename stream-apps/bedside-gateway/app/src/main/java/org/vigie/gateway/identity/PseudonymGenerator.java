package org.vigie.gateway.identity;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives the pseudonyms of patients and stays. The same number has the same pseudonym. It cannot be reversed without the key. */
public final class PseudonymGenerator {
    private static final int BYTES = 12;

    private final PrfSet keys;

    PseudonymGenerator(PrfSet keys) {
        this.keys = keys;
    }

    /** Returns {@code p-<24 hex digits>} under the newest key, then under each older key. */
    public List<String> patient(String number) {
        return all("p-", "patient|" + number);
    }

    /** Returns {@code s-<24 hex digits>} of a visit number, under the newest key, then under each older key. */
    public List<String> stay(String visit) {
        return all("s-", "stay|" + visit);
    }

    /** Returns {@code o-<24 hex digits>} of a sender's identifier of an observation, under the newest key, then under each older key. */
    public List<String> statement(String name) {
        return all("o-", "statement|" + name);
    }

    private List<String> all(String prefix, String text) {
        try {
            Map<Integer, Prf> older = new LinkedHashMap<>(keys.getPrfs());
            Prf newest = older.remove(keys.getPrimaryId());
            List<String> names = new ArrayList<>(List.of(name(prefix, newest, text)));
            for (Prf key : older.values()) {
                names.add(name(prefix, key, text));
            }
            return names;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: no pseudonym can be made", e);
        }
    }

    private static String name(String prefix, Prf key, String text) throws GeneralSecurityException {
        return prefix + HexFormat.of().formatHex(key.compute(text.getBytes(StandardCharsets.UTF_8), BYTES));
    }
}
