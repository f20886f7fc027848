package com.weelo.dispatch.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A latitude or longitude: a number from −value to value. NaN, which passes for one, is none. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Degrees.Validator.class)
public @interface Degrees {

  int LATITUDE = 90;
  int LONGITUDE = 180;

  int value();

  String message() default "is a number from -{value} to {value}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Takes what is absent for valid, as all constraints do. */
  final class Validator implements ConstraintValidator<Degrees, Double> {

    private int most;

    @Override
    public void initialize(Degrees degrees) {
      most = degrees.value();
    }

    @Override
    public boolean isValid(@Nullable Double degrees, ConstraintValidatorContext context) {
      return degrees == null || (degrees >= -most && degrees <= most);
    }
  }
}
