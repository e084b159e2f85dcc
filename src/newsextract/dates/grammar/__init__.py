"""What words say of a date: tokens become codes, forms are found in the codes, builders make expressions of them."""
