"""The pages below /tai-khoan/; those that allauth brings are only bent where our rules differ."""
