/**
 * The vocabulary of innovation-voucher claims (科技创新券): immutable values that refuse what is wrong in form.
 *
 * <p>Every refusal is an {@link org.quanlian.model.InvalidValueException} whose reason is stable and can be translated.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.quanlian.model;
