"""How the eye's weights were made. Needs torch and OpenCV, which the product itself never imports."""
