/**
 * The Flink job: impute, window, score.
 *
 * <p>Decided here: in which order, and how the job starts, resumes and stops. Not decided here: which hour a reading falls into
 * ({@code org.vigie.signal}), how a model is asked ({@code org.vigie.model}).
 */
package org.vigie.risk;
