package org.vigie.platform.state;

/**
 * Says where state lies that cannot be read.
 *
 * @param fingerprint fingerprint of the schema that wrote it, in hexadecimal digits; {@code none} when the bytes name no schema
 */
record StateAddress(String app, String store, String key, String fingerprint) {
    @Override
    public String toString() {
        return app + ", store " + store + ", key " + key.replace('\u001f', '|') + ", schema " + fingerprint;
    }
}
