@NullMarked
package com.weelo.dispatch.location.web;

import org.jspecify.annotations.NullMarked;
