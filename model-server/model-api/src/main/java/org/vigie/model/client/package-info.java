/** The {@code Scorer} that asks a model server over HTTP, by the open inference protocol. */
package org.vigie.model.client;
